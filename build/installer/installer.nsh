; Included by electron-builder's own scripts: what is asked when the program is taken away. UTF-8.

!macro customUnInstall
  ; A newer version takes the old one away first: nothing of the clerk's may go then, nor when nobody is asked (/S).
  ${ifNot} ${isUpdated}
    ${if} ${FileExists} "$LOCALAPPDATA\kepuri-packager\*.*"
    ${andIf} $installMode != "all"
      MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "是否同时删除填写的内容和设置？$\r$\n$\r$\n文件夹：$LOCALAPPDATA\kepuri-packager$\r$\n选“否”会保留，以后重新安装还能接着用。已经打好的压缩包和原来的照片、视频不在里面，都不会动。" /SD IDNO IDNO keepData
      RMDir /r "$LOCALAPPDATA\kepuri-packager"
      keepData:
    ${endIf}
  ${endIf}
!macroend
